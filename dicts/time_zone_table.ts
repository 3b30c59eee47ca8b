// The table of time zones, which scripts/make_time_zones.py makes; time_zones.ts reads it.
import text from "./time_zones.txt" with { type: "text" };

export { text };
