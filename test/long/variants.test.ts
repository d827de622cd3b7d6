import { proveVariants } from "../support/prove-variants.ts";

await proveVariants(({ long }) => long);
