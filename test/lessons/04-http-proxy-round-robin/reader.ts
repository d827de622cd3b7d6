import { request } from "node:http";
import { seen } from "./scene.ts";

/** A client that can be watched while it reads, and that can leave. */
export interface Reader {
  /** What it has read of the body. */
  text: string;
  /** How the answer ended, once it has: with its last byte, or by a cut. */
  end: "whole" | "cut" | undefined;
  leave(): void;
}

/** Asks, and reads for as long as there is something to read, or until it is told to leave. */
export function reader(url: string): Reader {
  const req = request(url, { agent: false });
  const self: Reader = { text: "", end: undefined, leave: () => req.destroy() };
  req.on("error", () => (self.end ??= "cut"));
  req.on("response", (res) => {
    res.setEncoding("utf8").on("data", (piece: string) => (self.text += piece));
    res.on("error", () => (self.end ??= "cut"));
    res.on("close", () => (self.end ??= res.complete ? "whole" : "cut"));
  });
  req.end();
  return self;
}

/** Waits until it has ended; undefined when it has not, in time. */
export function ending(self: Reader, usual: number): Promise<"whole" | "cut" | undefined> {
  return seen(() => self.end, usual);
}

/** Waits until it has read something. */
export async function begun(self: Reader): Promise<boolean> {
  return Boolean(await seen(() => self.text !== "", 2500));
}
