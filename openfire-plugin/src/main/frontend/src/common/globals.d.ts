/** The files with a face's texts by language: the build puts them in. */
declare const FACE_TEXTS: Record<string, string>;

/** The folder of the sources, for tests. */
declare const FRONTEND: string;
