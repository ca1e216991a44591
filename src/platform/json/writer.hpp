// Writes JSON text from front to back, without a document in between.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace hebra::json {

/// Commas are its own business; that calls nest properly is the caller's.
class Writer {
  public:
    void begin_object() { open('{'); }
    void end_object() { close('}'); }
    void begin_list() { open('['); }
    void end_list() { close(']'); }
    /// A member's name; a value must follow.
    void key(std::string_view name);

    /// Broken UTF-8 is written as U+FFFD: a reply is always valid JSON.
    void text(std::string_view text);
    void boolean(bool value) { raw(value ? "true" : "false"); }
    void null() { raw("null"); }
    void number(std::int64_t value);
    void number(std::uint64_t value);
    /// Shortest text that reads back the same. Throws std::logic_error on infinity and NaN, which JSON cannot say.
    void number(double value);
    /// JSON as it stands.
    void raw(std::string_view json) {
        separate();
        text_ += json;
        wants_comma_ = true;
    }

    const std::string& written() const { return text_; }
    std::string take() { return std::move(text_); }

  private:
    void open(char bracket) {
        separate();
        text_ += bracket;
        wants_comma_ = false;
    }
    void close(char bracket) {
        text_ += bracket;
        wants_comma_ = true;
    }
    void separate() {
        if (wants_comma_) text_ += ',';
    }
    void quote(std::string_view text);

    std::string text_;
    bool wants_comma_ = false;
};

}  // namespace hebra::json
