declare module 'virtual:sources' {
  const sources: import('../whole/breakeven.js').Sources;
  export default sources;
}

declare module 'virtual:inlined-core' {
  const hex: string;
  export default hex;
}
