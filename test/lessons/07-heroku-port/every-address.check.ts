import { acceptsAt, hasIpv6, outsideAddress } from "../../harness/addresses.ts";
import { Finding } from "../../harness/finding.ts";
import { patience } from "../../harness/pace.ts";
import { task } from "../../harness/task.ts";
import { until } from "../../harness/wait.ts";
import { NO_BOOK } from "./platform.ts";

task("every-address", ({ check, shared }) => {
  const program = shared({ env: NO_BOOK });

  check("over-ipv4", async () => {
    const { port } = await program();
    // Where this machine has no second address, the only one must do.
    if (await acceptsSoon(outsideAddress() ?? "127.0.0.1", port)) return;
    const local = await acceptsAt("127.0.0.1", port);
    throw new Finding(local ? "loopback-only" : "no-ipv4", {});
  });

  check("over-ipv6", async () => {
    const { port } = await program();
    // A machine without IPv6 can't tell: there Node.js itself listens on IPv4 only.
    if (!hasIpv6() || (await acceptsSoon("::1", port))) return;
    throw new Finding("no-ipv6", {});
  });
});

/** A program may have a server for each kind of address: the second one opens a moment after the first. */
function acceptsSoon(host: string, port: number): Promise<boolean> {
  const accepted = () => acceptsAt(host, port);
  return until(accepted, { what: "a connection", within: patience(300) }).catch(() => false);
}
