// gofakeit (Go) in a plain loop over its functions, with a buffered writer.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Contender, install } from "./contender.ts";

const VERSION = "v7.18.1";
const PROGRAM = `package main

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/brianvoe/gofakeit/v7"
)

func main() {
	rows, _ := strconv.Atoi(os.Args[1])
	faker := gofakeit.New(42)
	out := bufio.NewWriterSize(os.Stdout, 1<<20)
	defer out.Flush()
	from := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
	to := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	for id := 1; id <= rows; id++ {
		first, last := faker.FirstName(), faker.LastName()
		out.WriteString(strconv.Itoa(id))
		out.WriteByte(',')
		out.WriteString(faker.UUID())
		out.WriteByte(',')
		out.WriteString(first)
		out.WriteByte(',')
		out.WriteString(last)
		out.WriteByte(',')
		fmt.Fprintf(out, "%s.%s.%d@example.com", strings.ToLower(first), strings.ToLower(last), id)
		out.WriteByte(',')
		out.WriteString(strconv.Itoa(faker.Number(18, 99)))
		out.WriteByte(',')
		out.WriteString(strconv.FormatFloat(faker.Price(0, 100000), 'f', 2, 64))
		out.WriteByte(',')
		out.WriteString(faker.DateRange(from, to).Format(time.RFC3339))
		out.WriteByte('\\n')
	}
}
`;

export function gofakeit(folder: string): Contender {
  writeFileSync(join(folder, "main.go"), PROGRAM);
  writeFileSync(join(folder, "go.mod"), "module loop\n\ngo 1.22\n");
  install(["go", "get", `github.com/brianvoe/gofakeit/v7@${VERSION}`], folder);
  install(["go", "build", "-o", "loop", "."], folder);
  return {
    name: "a loop over gofakeit",
    version: VERSION,
    against: "people",
    rows: 3_000_000,
    command: (rows) => [join(folder, "loop"), String(rows)],
  };
}
