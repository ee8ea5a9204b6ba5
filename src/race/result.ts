/** Expected trouble is a value: nobody reaches the result without having looked at it. A bug throws. */
export type Result<T, P> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: P }
