// The crate `fake` (Rust) in a plain loop over its fakers, with a buffered writer.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Contender, install } from "./contender.ts";

const VERSION = "4.4.0";
const MANIFEST = `[package]
name = "fakeloop"
version = "0.1.0"
edition = "2021"

[dependencies]
fake = { version = "=${VERSION}", features = ["uuid"] }
rand = "0.9"

[profile.release]
opt-level = 3
lto = true
`;
const PROGRAM = `use fake::faker::name::en::{FirstName, LastName};
use fake::Fake;
use rand::{rngs::SmallRng, Rng, SeedableRng};
use std::io::{BufWriter, Write};

fn main() {
    let rows: u64 = std::env::args().nth(1).unwrap().parse().unwrap();
    let mut random = SmallRng::seed_from_u64(42);
    let mut out = BufWriter::with_capacity(1 << 20, std::io::stdout().lock());
    for id in 1..=rows {
        let first: &str = FirstName().fake_with_rng(&mut random);
        let last: &str = LastName().fake_with_rng(&mut random);
        let uid: fake::uuid::UUIDv4 = fake::uuid::UUIDv4;
        let uid: uuid::Uuid = uid.fake_with_rng(&mut random);
        let cents: u64 = random.random_range(0..=10_000_000);
        let seconds: i64 = random.random_range(1_577_836_800..1_767_225_600);
        let at = chrono::DateTime::from_timestamp(seconds, 0).unwrap();
        writeln!(
            out,
            "{},{},{},{},{}.{}.{}@example.com,{},{}.{:02},{}",
            id, uid, first, last, first.to_lowercase(), last.to_lowercase(), id,
            random.random_range(18..=99), cents / 100, cents % 100,
            at.format("%Y-%m-%dT%H:%M:%SZ"),
        )
        .unwrap();
    }
}
`;

export function fakeCrate(folder: string): Contender {
  mkdirSync(join(folder, "src"));
  writeFileSync(
    join(folder, "Cargo.toml"),
    MANIFEST.replace("rand =", 'uuid = "1"\nchrono = "0.4"\nrand ='),
  );
  writeFileSync(join(folder, "src/main.rs"), PROGRAM);
  install(["cargo", "build", "--release", "--quiet"], folder);
  return {
    name: "a loop over the crate fake",
    version: VERSION,
    against: "people",
    rows: 4_000_000,
    command: (rows) => [
      join(folder, "target/release/fakeloop"),
      String(rows),
    ],
  };
}
