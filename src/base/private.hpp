// Text about a person. It has no formatter and no stream operator, so it cannot reach a log by accident.
#pragma once
#include <string>
#include <string_view>
#include <utility>

namespace hebra {

class Private {
  public:
    Private() = default;
    explicit Private(std::string text) : text_(std::move(text)) {}

    /// The text itself. Every call is a place a reviewer looks at.
    const std::string& reveal() const { return text_; }
    bool empty() const { return text_.empty(); }
    friend bool operator==(const Private&, const Private&) = default;

  private:
    std::string text_;
};

}  // namespace hebra
