import { proveVariants } from "./support/prove-variants.ts";

proveVariants(({ long }) => !long);
