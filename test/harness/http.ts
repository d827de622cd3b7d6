import supertest from "supertest";
import { patience } from "./pace.ts";

/**
 * supertest for a running program. Its requests end after 5 s (stretched on a slow machine): a program that accepts and never
 * answers gets the verdict of one that does, instead of keeping the check for its whole time.
 */
export function request(url: string): ReturnType<typeof supertest.agent> {
  const agent = supertest.agent(url);
  agent.timeout(patience(5000));
  return agent;
}
