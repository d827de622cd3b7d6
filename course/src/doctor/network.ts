import { once } from "node:events";
import { lookup } from "node:dns/promises";
import { connect, createServer, type AddressInfo } from "node:net";
import { accepts } from "../../../test/harness/program.ts";
import { bad, ok, warn, type Look, type Observation } from "./entry.ts";

/** So many ports are looked at before it is said that there is none. */
const MOST_TRIED = 100;

/** The port that the guides name is 3000; programs can use another, but commands must then be typed with it. */
export const lookAtPort =
  (port: number): Look =>
  async () => {
    if (await isFree(port))
      return ok({ en: `Port ${port} is free.`, "zh-TW": `連接埠 ${port} 可以使用。` });
    const last = port + MOST_TRIED;
    let next = port + 1;
    while (next < last && !(await isFree(next))) next++;
    if (next === last) return noPort(port, last - 1);
    return warn(
      {
        en: `Port ${port} is taken; the next free one is ${next}.`,
        "zh-TW": `連接埠 ${port} 已被占用；下一個可用的是 ${next}。`,
      },
      {
        en: `Checks don't mind: they choose free ports. When you follow a guide by hand, type ${next} in place of ${port}, or end the program that uses it (lsof -i :${port} names it).`,
        "zh-TW": `檢查不受影響，因為會自動選用可用的連接埠。照課文手動操作時，請把 ${port} 換成 ${next}，或結束占用 ${port} 的程式（用 lsof -i :${port} 找出它）。`,
      },
    );
  };

function noPort(first: number, last: number): Observation {
  return bad(
    {
      en: `No port from ${first} to ${last} could be opened.`,
      "zh-TW": `從 ${first} 到 ${last} 的連接埠，一個也開不了。`,
    },
    {
      en: "End the programs that use them (lsof -i names them), or leave the sandbox that forbids it.",
      "zh-TW": "請結束占用它們的程式（用 lsof -i 找出來），或離開不允許監聽的沙箱。",
    },
  );
}

async function isFree(port: number): Promise<boolean> {
  // On macOS a listener on all addresses doesn't keep others from binding one of them.
  if (await accepts(port)) return false;
  const server = createServer();
  const free = await once(server.listen(port, "127.0.0.1"), "listening").then(
    () => true,
    () => false,
  );
  if (free) await new Promise((resolve) => server.close(resolve));
  return free;
}

/** Servers and clients of one machine meet on its loopback addresses. */
export const lookAtLoopback: Look = async () => {
  const [four, six] = await Promise.all([echoes("127.0.0.1"), echoes("::1")]);
  const names = await lookup("localhost", { all: true }).catch(() => []);
  if (!four || names.length === 0) {
    return bad(
      four
        ? {
            en: "The name localhost has no address.",
            "zh-TW": "localhost 這個名稱沒有對應的位址。",
          }
        : { en: "Connections to 127.0.0.1 fail.", "zh-TW": "無法連線到 127.0.0.1。" },
      {
        en: "Look at /etc/hosts (it should have the line: 127.0.0.1 localhost) and at the firewall.",
        "zh-TW": "請檢查 /etc/hosts（應該有這一行：127.0.0.1 localhost）與防火牆。",
      },
    );
  }
  if (six)
    return ok({
      en: "Loopback works on IPv4 and IPv6.",
      "zh-TW": "IPv4 與 IPv6 的本機迴路都正常。",
    });
  return warn(
    {
      en: "Loopback works on IPv4 only; connections to ::1 fail.",
      "zh-TW": "本機迴路只有 IPv4 正常；無法連線到 ::1。",
    },
    {
      en: "The lessons work. Where a guide shows ::1 or ::ffff:127.0.0.1, you will see 127.0.0.1.",
      "zh-TW": "不影響課程。課文中顯示 ::1 或 ::ffff:127.0.0.1 的地方，你看到的會是 127.0.0.1。",
    },
  );
};

async function echoes(host: string): Promise<boolean> {
  const server = createServer((socket) => socket.on("error", () => {}).pipe(socket));
  try {
    await once(server.listen(0, host), "listening");
    const socket = connect((server.address() as AddressInfo).port, host);
    socket.write("?");
    await once(socket, "data", { signal: AbortSignal.timeout(1000) }).finally(() =>
      socket.destroy(),
    );
    return true;
  } catch {
    return false;
  } finally {
    server.close();
  }
}
