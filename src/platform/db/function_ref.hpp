// A function passed down a call and never kept: two pointers, no heap.
#pragma once
#include <memory>
#include <type_traits>
#include <utility>

namespace hebra::db {

template <class Signature>
class FunctionRef;

template <class R, class... A>
class FunctionRef<R(A...)> {
  public:
    template <class F>
        requires(!std::is_same_v<std::remove_cvref_t<F>, FunctionRef> && std::is_invocable_r_v<R, F&, A...>)
    FunctionRef(F&& f)  // NOLINT: implicit, like std::function
        : object_(const_cast<void*>(static_cast<const void*>(std::addressof(f)))),
          call_([](void* object, A... a) -> R {
              return (*static_cast<std::remove_reference_t<F>*>(object))(std::forward<A>(a)...);
          }) {}

    R operator()(A... a) const { return call_(object_, std::forward<A>(a)...); }

  private:
    void* object_;
    R (*call_)(void*, A...);
};

}  // namespace hebra::db
