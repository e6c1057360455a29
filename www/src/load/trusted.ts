/** Scripts that the page itself loads, for browsers that enforce Trusted Types: only its own, named from its folder. */
interface Policy {
  createScriptURL(address: string): string;
}

interface Factory {
  createPolicy(name: string, rules: Policy): Policy;
}

const OWN = /^\.{1,2}\/[\w./-]+\.js$/;

const rules: Policy = {
  createScriptURL(address) {
    if (!OWN.test(address)) throw new TypeError(`not a script of this page: ${address}`);
    return address;
  },
};

/** Each script of a page needs a policy of its own, under a name that the page's own policy allows. */
export function ownScripts(name: string): (address: string) => string {
  const { trustedTypes } = globalThis as { trustedTypes?: Factory };
  const policy = trustedTypes?.createPolicy(name, rules) ?? rules;
  return (address) => policy.createScriptURL(address);
}
