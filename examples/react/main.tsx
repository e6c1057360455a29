/** React 19: every input is a prop; `onInput` and `onChange` tell what the reader does. */
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';

import 'breakeven/react';

function Mine() {
  const [fee, setFee] = useState(0.03);
  const [price, setPrice] = useState('');
  return (
    <StrictMode>
      <break-even
        scenario="enegix"
        pool_fee={fee}
        onInput={({ currentTarget }) => setPrice(currentTarget.report?.text ?? '')}
        onconfigerror={({ detail }) => setPrice(detail.message)}
      >
        <p>What must bitcoin cost for this mine to pay?</p>
      </break-even>
      <button onClick={() => setFee(0.04)}>A dearer pool</button>
      <output>{price}</output>
    </StrictMode>
  );
}

createRoot(document.querySelector('main')!).render(<Mine />);
