import getPort, { portNumbers } from "get-port";
import { EXIT, ExpectedError } from "./expected-error.ts";
import { say } from "./words/say.ts";

/**
 * Gives a port, or the next free one of the hundred that it begins.
 * @param host where it must be free; on every address unless told.
 * @throws {ExpectedError} when this machine lets nobody listen.
 */
export async function nextPort(first: number, host?: string): Promise<number> {
  try {
    return await getPort({ port: portNumbers(first, first + 99), ...(host && { host }) });
  } catch {
    throw new ExpectedError(say.noFreePort(), EXIT.failed);
  }
}
