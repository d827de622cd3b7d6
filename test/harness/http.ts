import supertest from "supertest";
import { whenOver } from "./limit.ts";
import { patience } from "./pace.ts";

/**
 * supertest for a running program. Its requests are aborted after 5 s (stretched on a slow machine): a program that accepts and
 * never answers gets the verdict of one that does, instead of keeping the check for its whole time.
 */
export function request(url: string): ReturnType<typeof supertest.agent> {
  const agent = supertest.agent(url);
  agent.use((sent: supertest.Test) => {
    const callOff = whenOver(patience(5000), () => sent.abort());
    for (const event of ["end", "error", "abort"]) sent.on(event, callOff);
  });
  return agent;
}
