import { once } from "node:events";
import { keeperWorks, startKeeper } from "../../../test/harness/keeper.ts";
import { bad, ok, warn, type Look } from "./entry.ts";

const WITHIN = 2000;
/** Loses its parent on purpose, tells who its parent is then, and ends. */
const ORPHAN = `
  my $main = $$;
  exit if fork;
  for (1 .. 200) { last if getppid() != $main; select(undef, undef, undef, 0.005) }
  print getppid(), "\\n";
`;

/**
 * Starts a program that double-forks, under the keeper: on Linux the orphan must become the keeper's child, which is how
 * the course finds and ends everything that a program has started.
 */
export const lookAtKeeper: Look = async () => {
  if (!keeperWorks()) {
    return bad(
      {
        en: "Perl is not here; the course uses it to end programs with all that they started.",
        "zh-TW": "找不到 Perl；課程靠它來結束程式，以及程式產生的所有行程。",
      },
      {
        en: "Install perl (on Debian and Ubuntu: perl-base) with this system's package manager.",
        "zh-TW": "請用系統的套件管理工具安裝 perl（Debian 與 Ubuntu 是 perl-base）。",
      },
    );
  }
  const done = Promise.withResolvers<void>();
  const nothing = () => {};
  const keeper = startKeeper(
    ["perl", "-e", ORPHAN],
    { cwd: "/", env: process.env },
    {
      onPid: nothing,
      onExit: nothing,
      onMany: nothing,
      onForced: nothing,
      onLeft: nothing,
      onLost: nothing,
      onDone: done.resolve,
    },
  );
  const words = once(keeper.child.stdout!.setEncoding("utf8"), "data", {
    signal: AbortSignal.timeout(WITHIN),
  });
  const [parent] = await words.finally(() => keeper.end(0));
  await done.promise;
  if (Number(parent) === keeper.child.pid) {
    return ok({
      en: "Programs can be ended with everything that they started (Perl and the child subreaper work).",
      "zh-TW": "可以把程式連同它產生的所有行程一起結束（Perl 與 child subreaper 都正常）。",
    });
  }
  return warn(
    {
      en: "A process that detaches itself from its parent can't be found on this system.",
      "zh-TW": "在這個系統上，找不到自行脫離父行程的行程。",
    },
    {
      en: "After a lesson on crashes, look for left-over node processes with ps; Linux and WSL have no such limit.",
      "zh-TW":
        "做完與當機有關的課程後，請用 ps 看看有沒有遺留的 node 行程；Linux 與 WSL 沒有這個限制。",
    },
  );
};
