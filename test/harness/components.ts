import { getComponent } from "../../course/src/components/get.ts";
import type { Component } from "../../course/src/components/find.ts";
import type { ComponentName } from "../../course/src/components/table.ts";

const known = new Map<ComponentName, Promise<Component>>();

/**
 * A program that is not Node.js, such as nginx or Redis: the system's, or the course's private copy, which `runChecks` has fetched
 * before the run where it could.
 * @throws {ComponentMissing} which `conclude` turns into the verdict "not-checked", with the one command that helps.
 */
export function component(name: ComponentName): Promise<Component> {
  const got = known.get(name) ?? getComponent(name, { say: () => {}, fetch: false });
  known.set(name, got);
  // It may be there at the next run, which this module can outlive.
  got.catch(() => known.delete(name));
  return got;
}
