import ComponentTypes from "@theme-original/NavbarItem/ComponentTypes";
import { ReadingSwitch } from "../../components/ReadingSwitch.tsx";

export default { ...ComponentTypes, "custom-reading": ReadingSwitch };
