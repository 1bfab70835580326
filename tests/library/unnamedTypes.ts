import { type Node, SyntaxKind } from 'typescript/unstable/ast';
import { API, type Project, SymbolFlags, type Symbol as TypeSymbol } from 'typescript/unstable/sync';

const typeKinds = new Set([
  SyntaxKind.InterfaceDeclaration,
  SyntaxKind.TypeAliasDeclaration,
  SyntaxKind.ClassDeclaration,
  SyntaxKind.EnumDeclaration,
]);

/**
 * The types that a program meets but cannot name: a declaration of an entry point, or of a type found so, has them in its
 * signature, its properties or its heritage, and no entry point exports them. Names behind `keyof` are those of keys, and
 * are passed over, as are types behind the `typeof` of a value that is not exported.
 *
 * @param config The tsconfig.json of a program that imports the entry points.
 * @returns each type with the way to it: `openRegister > Register > Tables`.
 */
export function unnamedTypes(config: string, entryPoints: readonly string[]): readonly string[] {
  const api = new API();
  try {
    const project = api.updateSnapshot({ openProjects: [config] }).getProject(config);
    if (project === undefined) throw new Error(`${config} is not a project`);
    return typesBehind(project, exportsOf(project, entryPoints));
  } finally {
    api.close();
  }
}

function exportsOf(project: Project, entryPoints: readonly string[]): ReadonlyMap<TypeSymbol, string> {
  const { program, checker } = project;
  const exported = entryPoints.flatMap((path) => {
    const file = program.getSourceFile(path);
    const module = file && checker.getSymbolAtLocation(file);
    if (module === undefined) throw new Error(`The program does not import ${path}`);
    return checker.getExportsOfModule(module);
  });
  return new Map(exported.map((symbol) => [declared(project, symbol), symbol.name]));
}

function typesBehind(project: Project, exported: ReadonlyMap<TypeSymbol, string>): readonly string[] {
  const ways = new Map(exported);
  for (const [symbol, way] of ways) {
    for (const found of typesIn(project, symbol)) {
      const isOwn = found.declarations.some(
        ({ kind, path }) => typeKinds.has(kind) && !path.includes('/node_modules/'),
      );
      // A Map yields what is added while it is walked.
      if (isOwn && !ways.has(found)) ways.set(found, `${way} > ${found.name}`);
    }
  }
  const unnamed = [...ways].filter(([symbol]) => !exported.has(symbol)).map(([, way]) => way);
  return unnamed.toSorted();
}

/** The symbols that are named in the declarations of a symbol. */
function typesIn(project: Project, { declarations }: TypeSymbol): readonly TypeSymbol[] {
  const names = declarations.flatMap((handle) => {
    const node = handle.resolve(project);
    return node === undefined ? [] : namesIn(node);
  });
  return project.checker.getSymbolAtLocation(names).flatMap((symbol) => (symbol ? [declared(project, symbol)] : []));
}

function namesIn(node: Node): readonly Node[] {
  if (node.kind === SyntaxKind.TypeOperator && node.getText().startsWith('keyof')) return [];
  const names: Node[] = node.kind === SyntaxKind.Identifier ? [node] : [];
  node.forEachChild((child) => void names.push(...namesIn(child)));
  return names;
}

/** The symbol itself, of one that was imported or exported under a name. */
const declared = ({ checker }: Project, symbol: TypeSymbol): TypeSymbol =>
  (symbol.flags & SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol);
