// In place of Stripe's script: a frame with the fields of a card, and a word to it when the button is pressed.
window.Stripe = function () {
  const home = new URL(document.currentScript?.src ?? document.querySelector('script[src*="/stripe/js"]').src).origin;
  return {
    elements({ clientSecret }) {
      const frame = document.createElement("iframe");
      const heard = {};
      return {
        frame,
        create() {
          return {
            mount(place) {
              frame.src = `${home}/stripe/frame?secret=${encodeURIComponent(clientSecret)}&lang=${document.documentElement.lang}`;
              frame.title = document.documentElement.lang === "en" ? "Card" : "Thẻ";
              frame.width = "100%";
              frame.height = "330";
              frame.setAttribute("frameborder", "0");
              frame.addEventListener("load", () => heard.ready?.());
              place.append(frame);
            },
            on(what, listener) {
              heard[what] = listener;
            },
          };
        },
      };
    },
    confirmPayment({ elements, confirmParams }) {
      return new Promise((resolve) => {
        const listen = (event) => {
          if (event.origin !== home || event.source !== elements.frame.contentWindow) return;
          window.removeEventListener("message", listen);
          if (event.data.to) window.location.assign(event.data.to);
          else resolve({ error: { message: event.data.message } });
        };
        window.addEventListener("message", listen);
        elements.frame.contentWindow.postMessage({ back: confirmParams.return_url }, home);
      });
    },
  };
};
