declare module 'virtual:sources' {
  const sources: import('../whole/breakeven.js').Sources;
  export default sources;
}

declare module 'virtual:days' {
  const days: import('./days.js').Days;
  export default days;
}

declare module 'virtual:inlined-core' {
  const hex: string;
  export default hex;
}
