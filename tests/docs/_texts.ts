// Files of the repository, read.
import { ROOT } from "./_tried.ts";

/** The texts of all files in a folder, and those in it, that end so. */
export async function textsIn(
  folder: string,
  ending: string,
): Promise<string[]> {
  const texts: string[] = [];
  for await (const entry of Deno.readDir(new URL(folder, ROOT))) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory) texts.push(...await textsIn(path, ending));
    else if (entry.name.endsWith(ending)) {
      texts.push(await Deno.readTextFile(new URL(path, ROOT)));
    }
  }
  return texts;
}
