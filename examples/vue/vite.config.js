import vue from '@vitejs/plugin-vue';

// Vue must be told which names are no components of its own.
const isCustomElement = (tag) => tag === 'break-even';

export default { plugins: [vue({ template: { compilerOptions: { isCustomElement } } })] };
