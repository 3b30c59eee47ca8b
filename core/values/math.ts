// The functions of mathematics that values are made with: the same bits on every runtime, which the engines' own
// are not. They use nothing but + - * / floor and the bits of a double.
//
// After fdlibm, which asks for this notice: Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
// Developed at SunPro, a Sun Microsystems, Inc. business. Permission to use, copy, modify, and distribute this
// software is freely granted, provided that this notice is preserved.
export { log, log1p } from "./math/log.ts";
export { exp, expm1 } from "./math/exp.ts";
export { cos, sin } from "./math/sine.ts";
export { pow } from "./math/pow.ts";
export { erfc, normalCdf, normalQuantile } from "./math/normal.ts";
