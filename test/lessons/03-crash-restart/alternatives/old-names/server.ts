import "./supervisor.cjs";
