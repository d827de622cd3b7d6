import { Finding } from "../../harness/finding.ts";
import { nearProcfiles, readProcfile } from "../../harness/procfile.ts";
import { task } from "../../harness/task.ts";
import { mustEndWithIt } from "./ends-with.ts";
import { deploy } from "./platform.ts";

task("procfile", ({ check }) => {
  check("web-starts", async (context) => {
    mustDeclareWeb(context.folder);
    const { boot } = await deploy(context, { install: "everything" });
    await boot();
  });

  check("ends-with-the-program", async (context) => {
    mustDeclareWeb(context.folder);
    const { boot } = await deploy(context, { install: "everything" });
    const { program } = await boot();
    await mustEndWithIt(program!);
  });
});

function mustDeclareWeb(folder: string): void {
  const { types, odd, text } = readProcfile(folder);
  if (types.has("web")) return;
  if (text === undefined) {
    const near = nearProcfiles(folder);
    throw near.length > 0
      ? new Finding("procfile-misnamed", { found: near[0] })
      : new Finding("procfile-missing", {});
  }
  const meant = odd.find((line) => /web/i.test(line));
  if (meant !== undefined) throw new Finding("procfile-line", { line: meant });
  throw new Finding("no-web", { types: [...types.keys()] });
}
