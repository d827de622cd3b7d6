import { findings } from "../../harness/words.ts";

/** What the checks of this lesson find, in words; one file per task, and one for what all of them need. */
export default findings({});
