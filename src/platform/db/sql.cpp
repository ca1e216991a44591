#include "platform/db/sql.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "platform/db/error.hpp"

namespace hebra::db {
namespace {

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_word(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || is_digit(c); }

/// Walks over SQL by the pieces that matter: words, parameters, quotes and comments, and every other single character.
class Scanner {
  public:
    explicit Scanner(std::string_view sql) : rest_(sql), sql_(sql) {}

    bool done() const { return rest_.empty(); }

    std::string_view next() {
        const char first = rest_.front();
        if (first == '\'' || first == '"') return take_through(first, 1);
        if (rest_.starts_with("--")) return take(std::min(rest_.find('\n'), rest_.size()));
        if (rest_.starts_with("/*")) return take_through('/', 3);
        if (rest_.starts_with("::")) throw Error(fmt::format("write CAST(… AS …), not '::': {}", shorten(sql_)));
        return take(is_word(first) ? word_length(0) : first == ':' ? 1 + word_length(1) : 1);
    }

  private:
    std::string_view take(std::size_t length) {
        const auto piece = rest_.substr(0, length);
        rest_.remove_prefix(length);
        return piece;
    }

    /// Through the next `end`; of a comment, only one that follows a star.
    std::string_view take_through(char end, std::size_t from) {
        auto at = rest_.find(end, from);
        while (end == '/' && at != rest_.npos && rest_[at - 1] != '*') at = rest_.find(end, at + 1);
        if (at == rest_.npos) throw Error(fmt::format("a quote or comment has no end: {}", shorten(sql_)));
        return take(at + 1);
    }

    std::size_t word_length(std::size_t from) const {
        auto at = from;
        while (at < rest_.size() && is_word(rest_[at])) ++at;
        return at - from;
    }

    std::string_view rest_;
    std::string_view sql_;
};

bool is_comment(std::string_view piece) { return piece.starts_with("--") || piece.starts_with("/*"); }

/// The dialect word that ends at the end of `text`, as a whole word.
const DialectWord* dialect_word(std::string_view word) {
    const auto found = std::find_if(std::begin(k_dialect), std::end(k_dialect), [&](auto& d) { return d.word == word; });
    return found == std::end(k_dialect) ? nullptr : found;
}

}  // namespace

Prepared prepare(std::string_view sql, Engine engine) {
    Prepared out;
    out.text.reserve(sql.size());
    std::string before;          // the word before this one, and where it stands in the output
    std::size_t before_at = 0;
    for (Scanner scan(sql); !scan.done();) {
        const auto piece = scan.next();
        if (is_space(piece[0])) {
            out.text += piece;
            continue;
        }
        if (is_comment(piece)) {
            out.text += ' ';
            continue;
        }
        const auto at = out.text.size();
        if (piece[0] == ':' && piece.size() > 1) {
            const auto name = piece.substr(1);
            const auto known = std::find(out.names.begin(), out.names.end(), name);
            const auto number = known - out.names.begin() + 1;
            if (known == out.names.end()) out.names.emplace_back(name);
            fmt::format_to(std::back_inserter(out.text), "{}{}", engine == Engine::sqlite ? '?' : '$', number);
        } else if (const auto* word = dialect_word(piece)) {
            out.text += word->on(engine);
        } else if (const auto* pair = is_word(piece[0]) ? dialect_word(before + ' ' + std::string(piece)) : nullptr) {
            out.text.resize(before_at);
            out.text += pair->on(engine);
        } else {
            out.text += piece;
        }
        before = piece;
        before_at = at;
    }
    return out;
}

std::vector<std::string_view> split(std::string_view script) {
    std::vector<std::string_view> statements;
    std::optional<std::size_t> begin;  // of the first piece that is neither space nor comment
    std::size_t end = 0, at = 0;
    const auto finish = [&] {
        if (begin) statements.push_back(script.substr(*begin, end - *begin));
        begin.reset();
    };
    for (Scanner scan(script); !scan.done();) {
        const auto piece = scan.next();
        if (piece == ";") {
            finish();
        } else if (!is_space(piece[0]) && !is_comment(piece)) {
            if (!begin) begin = at;
            end = at + piece.size();
        }
        at += piece.size();
    }
    finish();
    return statements;
}

void match(const Prepared& prepared, Args args, std::string_view sql, std::vector<const Value*>& out) {
    const auto& names = prepared.names;
    out.assign(names.size(), nullptr);
    std::size_t place = 0;
    for (const Arg& arg : args) {
        // Callers mostly write the arguments in the order of the statement: look there first.
        auto at = place++;
        if (at >= names.size() || names[at] != arg.name) {
            at = static_cast<std::size_t>(std::find(names.begin(), names.end(), arg.name) - names.begin());
        }
        if (at == names.size()) throw Error(fmt::format("the statement has no parameter :{}: {}", arg.name, shorten(sql)));
        if (out[at]) throw Error(fmt::format("parameter :{} is given twice: {}", arg.name, shorten(sql)));
        if (arg.value.kind() == Kind::text && arg.value.data().find('\0') != std::string_view::npos) {
            throw Error(fmt::format("the text for :{} contains a NUL: {}", arg.name, shorten(sql)));
        }
        out[at] = &arg.value;
    }
    const auto missing = std::find(out.begin(), out.end(), nullptr);
    if (missing == out.end()) return;
    throw Error(fmt::format("parameter :{} is missing: {}", names[missing - out.begin()], shorten(sql)));
}

std::string shorten(std::string_view sql) {
    std::string line;
    for (const char c : sql) {
        if (!is_space(c)) {
            line += c;
        } else if (!line.empty() && line.back() != ' ') {
            line += ' ';
        }
        if (line.size() == 160) return line + "…";
    }
    return line;
}

}  // namespace hebra::db
