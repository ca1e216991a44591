#include "platform/csv/csv.hpp"
#include "platform/csv/encoding.hpp"

namespace hebra::csv {
namespace {

constexpr std::string_view k_separators = ",;\t|";
constexpr std::size_t k_most_bytes = 512U << 20;  // ICU counts in 32 bits, and text may grow threefold

char find_separator(std::string_view text) {
    std::array<std::size_t, k_separators.size()> counts{};
    bool quoted = false;
    for (const char c : text) {
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        if (c == '\n' || c == '\r') break;
        if (const auto i = k_separators.find(c); i != std::string_view::npos) ++counts[i];
    }
    const auto most = std::max_element(counts.begin(), counts.end()) - counts.begin();
    return k_separators[static_cast<std::size_t>(most)];
}

}  // namespace

Result<Reader> Reader::open(std::string_view bytes, const Limits& limits) {
    if (bytes.size() > std::min(limits.bytes, k_most_bytes)) return refuse(Refused::too_large, words::k_too_large);
    HEBRA_TRY(Decoded decoded, decode(bytes));
    if (decoded.text.find('\0') != std::string::npos) return refuse(Refused::malformed, words::k_nul_byte);
    if (decoded.text.find_first_not_of(" \t\r\n") == std::string::npos) return refuse(Refused::malformed, words::k_empty);
    Reader reader;
    reader.text_ = std::move(decoded.text);
    reader.limits_ = limits;
    reader.encoding_ = decoded.encoding;
    reader.separator_ = find_separator(reader.text_);
    return reader;
}

bool Reader::next(Row& row) {
    while (at_ < text_.size() && (text_[at_] == '\n' || text_[at_] == '\r')) go_to_next_line();
    if (at_ >= text_.size()) return false;
    row.line = line_;
    row.broken.reset();
    pieces_.clear();
    unquoted_.clear();
    const std::size_t start = at_;
    const std::size_t start_line = line_;
    Cell read = Cell::more;
    while (read == Cell::more) {
        read = pieces_.size() < limits_.columns ? read_cell(row) : (row.broken = words::k_too_many_columns, Cell::broken);
    }
    if (read == Cell::broken) {
        // A quote left open has swallowed what follows: go back, and lose this line only.
        at_ = start;
        line_ = start_line;
        while (at_ < text_.size() && text_[at_] != '\n' && text_[at_] != '\r') ++at_;
    }
    go_to_next_line();
    resolve();
    row.cells = cells_;
    return true;
}

Reader::Cell Reader::read_cell(Row& row) {
    const Cell read = at_ < text_.size() && text_[at_] == '"' ? read_quoted(row) : read_plain();
    if (read != Cell::broken && pieces_.back().size > limits_.cell_bytes) {
        row.broken = words::k_cell_too_long;
        pieces_.pop_back();
        return Cell::broken;
    }
    return read;
}

Reader::Cell Reader::read_plain() {
    const auto start = at_;
    while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n' && text_[at_] != '\r') ++at_;
    pieces_.push_back({start, at_ - start, false});
    if (at_ >= text_.size() || text_[at_] != separator_) return Cell::last;
    ++at_;
    return Cell::more;
}

Reader::Cell Reader::read_quoted(Row& row) {
    const auto start = unquoted_.size();
    for (++at_;;) {
        const auto quote = text_.find('"', at_);
        if (quote == std::string::npos) {
            row.broken = words::k_open_quote;
            return Cell::broken;
        }
        for (auto i = at_; i < quote; ++i) line_ += text_[i] == '\n';
        unquoted_.append(text_, at_, quote - at_);
        at_ = quote + 1;
        if (at_ >= text_.size() || text_[at_] != '"') break;
        unquoted_ += '"';
        ++at_;
    }
    pieces_.push_back({start, unquoted_.size() - start, true});
    if (at_ >= text_.size() || text_[at_] == '\n' || text_[at_] == '\r') return Cell::last;
    if (text_[at_] != separator_) {
        row.broken = words::k_after_quote;
        pieces_.pop_back();
        return Cell::broken;
    }
    ++at_;
    return Cell::more;
}

void Reader::go_to_next_line() {
    if (at_ < text_.size() && text_[at_] == '\r') ++at_;
    if (at_ < text_.size() && text_[at_] == '\n') ++at_;
    ++line_;
}

void Reader::resolve() {
    cells_.clear();
    for (const auto& piece : pieces_) {
        const std::string_view from = piece.is_unquoted ? unquoted_ : text_;
        cells_.push_back(from.substr(piece.at, piece.size));
    }
}

}  // namespace hebra::csv
