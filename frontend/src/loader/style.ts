/** The look of the button and the frame. It lives in a closed shadow root, out of the host's reach. */
export const STYLE = `
:host{all:initial!important}:host([hidden]){display:none!important}
*{box-sizing:border-box}
.root{position:fixed;z-index:2147483000;inset-block-end:0;display:block;font:600 15px/20px system-ui,sans-serif}
.right{inset-inline-end:0}.left{inset-inline-start:0}
button{position:fixed;inset-block-end:max(20px,env(safe-area-inset-bottom));display:flex;align-items:center;justify-content:center;gap:8px;
min-width:56px;height:56px;padding:0 16px;border:0;border-radius:28px;background:var(--g);color:var(--i);font:inherit;cursor:pointer;
box-shadow:0 2px 6px rgb(0 0 0/.18),0 8px 24px rgb(0 0 0/.18)}
.right button{right:max(20px,env(safe-area-inset-right))}.left button{left:max(20px,env(safe-area-inset-left))}
button:focus-visible{outline:3px solid var(--g);outline-offset:3px;box-shadow:0 0 0 3px #fff}
svg{width:26px;height:26px;fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round;flex:none}
.badge{position:absolute;top:-4px;inset-inline-end:-4px;min-width:22px;height:22px;padding:0 6px;border:2px solid #fff;border-radius:11px;
background:#b3261e;color:#fff;font-size:12px;line-height:18px;text-align:center}
iframe,.panel{position:fixed;inset-block-end:calc(max(20px,env(safe-area-inset-bottom)) + 68px);width:400px;max-width:calc(100vw - 40px);
height:min(640px,calc(100vh - 108px));border:0;border-radius:16px;background:transparent;color-scheme:normal;
box-shadow:0 4px 12px rgb(0 0 0/.12),0 16px 48px rgb(0 0 0/.22)}
.panel{margin:0;padding:24px;background:#fff;color:#1d1d1f;font-weight:400;overflow-wrap:anywhere}
iframe{opacity:0}.there iframe{opacity:1}
.right>:is(iframe,p){right:max(20px,env(safe-area-inset-right))}.left>:is(iframe,p){left:max(20px,env(safe-area-inset-left))}
[hidden]{display:none!important}
@media (max-width:520px),(max-height:420px){
iframe,.panel{inset:0!important;width:100%;max-width:none;height:100vh;height:100dvh;border-radius:0;box-shadow:none}
.open.there button{display:none}}
@media (prefers-reduced-motion:no-preference){.open.there iframe{animation:in .12s ease-out}@keyframes in{from{opacity:0;transform:translateY(4px)}}}
@media (prefers-color-scheme:dark){.panel{background:#1d1d1f;color:#f2f2f2}}
@media (forced-colors:active){button{border:2px solid ButtonText}}
@media print{.root{display:none}}
`
