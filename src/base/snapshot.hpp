// What some read while others put a newer one in its place: whoever took it reads it whole, for as long as they keep it.
#pragma once
#include <concepts>
#include <cstddef>
#include <memory>
#include <ranges>
#include <utility>

namespace hebra {

/// A value that nobody changes any more, shared by those who read it. One that nobody keeps is gone at the end of the expression
/// (a `for` over what it points to would read freed memory, once a newer one has taken its place): it cannot be looked into.
/// Give it a name first; a list is gone through as it is, `for (const auto& one : all())`.
template <class T>
class Snapshot {
  public:
    template <class Made>
        requires std::convertible_to<std::shared_ptr<Made>, std::shared_ptr<const T>>
    Snapshot(std::shared_ptr<Made> value) : value_(std::move(value)) {}

    const T& operator*() const& { return *value_; }
    const T* operator->() const& { return value_.get(); }
    const T& operator*() const&& = delete;
    const T* operator->() const&& = delete;

    auto begin() const&
        requires std::ranges::range<const T>
    {
        return std::ranges::begin(*value_);
    }
    auto end() const&
        requires std::ranges::range<const T>
    {
        return std::ranges::end(*value_);
    }
    void begin() const&& = delete;
    void end() const&& = delete;
    std::size_t size() const
        requires std::ranges::sized_range<const T>
    {
        return std::ranges::size(*value_);
    }

    /// Whether it is the very same, not a newer one.
    friend bool operator==(const Snapshot&, const Snapshot&) = default;

  private:
    std::shared_ptr<const T> value_;
};

}  // namespace hebra
