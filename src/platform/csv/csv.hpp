// Tables as text (RFC 4180 and what spreadsheets make of it), read with positions that a report can name, and written so
// that no cell can start a formula.
//
// Own reader: Debian's libcsv knows neither lines, nor columns, nor encodings, and gives up at the first broken row.
#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace hebra::csv {

namespace words {
inline constexpr Word k_too_large{"csv_too_large", "El archivo es demasiado grande. Divídalo y cárguelo por partes.",
                                  "The file is too large. Split it and load it in parts."};
inline constexpr Word k_nul_byte{"csv_nul_byte",
                                 "El archivo contiene bytes nulos: no es una tabla de texto. Guárdelo como CSV UTF-8.",
                                 "The file contains null bytes: it is not a text table. Save it as CSV UTF-8."};
inline constexpr Word k_not_text{"csv_not_text", "El archivo no se puede leer como texto. Guárdelo como CSV UTF-8.",
                                 "The file cannot be read as text. Save it as CSV UTF-8."};
inline constexpr Word k_empty{"csv_empty", "El archivo está vacío: falta la fila de títulos.",
                              "The file is empty: the header row is missing."};
inline constexpr Word k_too_many_columns{"csv_too_many_columns", "La fila tiene demasiadas columnas.",
                                         "The row has too many columns."};
inline constexpr Word k_cell_too_long{"csv_cell_too_long", "El dato de esta celda es demasiado largo.",
                                      "The text in this cell is too long."};
inline constexpr Word k_open_quote{"csv_open_quote", "Hay comillas que se abren y no se cierran.",
                                   "A quote is opened and never closed."};
inline constexpr Word k_after_quote{
    "csv_after_quote", "Hay texto después de cerrar las comillas. Escriba las comillas interiores dobles (\"\").",
    "There is text after the closing quote. Write inner quotes twice (\"\")."};
}  // namespace words

enum class Encoding { utf8, utf16, windows_1252 };

/// "UTF-8", "UTF-16", "Windows-1252": what a report calls it. Latin-1 is read as Windows-1252, which contains it.
std::string_view name_of(Encoding encoding);

struct Limits {
    std::size_t bytes = 32U << 20;
    std::size_t columns = 256;
    std::size_t cell_bytes = 64U << 10;
};

/// One row as it stands. The texts live until the next `next()`.
struct Row {
    std::size_t line = 0;  ///< of the file, from 1, where the row begins; a quoted cell may span several
    std::span<const std::string_view> cells;
    std::optional<Word> broken;  ///< why the row cannot be read; `cells` are then those before the fault
};

/// A file open for reading, row by row. Encoding and separator are found out, not asked.
/// UTF-8 (with or without mark), UTF-16 (with mark, or told by its null bytes), else Windows-1252.
/// The separator is the one of , ; tab | that occurs most in the first row outside quotes.
class Reader {
  public:
    /// No: `too_large` (k_too_large), `malformed` (k_nul_byte, k_not_text, k_empty).
    static Result<Reader> open(std::string_view bytes, const Limits& limits = {});

    /// False at the end. Empty lines are passed over. After a broken row, reading goes on at the next line.
    bool next(Row& row);

    Encoding encoding() const { return encoding_; }
    char separator() const { return separator_; }

  private:
    enum class Cell { more, last, broken };
    Cell read_cell(Row& row);
    Cell read_quoted(Row& row);
    Cell read_plain();
    void go_to_next_line();
    void resolve();

    /// A finished cell: a piece of the text, or of `unquoted_` where quotes had to be undone.
    struct Piece {
        std::size_t at;
        std::size_t size;
        bool is_unquoted;
    };

    std::string text_;
    Limits limits_;
    Encoding encoding_ = Encoding::utf8;
    char separator_ = ',';
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    std::string unquoted_;
    std::vector<Piece> pieces_;
    std::vector<std::string_view> cells_;
};

/// Writes a table: comma, CRLF, quotes where needed, first bytes that mark it as UTF-8 so that Excel reads its accents.
class Writer {
  public:
    enum class Mark { none, utf8 };
    explicit Writer(Mark mark = Mark::utf8);

    /// Each cell goes through `guard`.
    void row(std::span<const std::string> cells);
    void row(std::initializer_list<std::string_view> cells);
    const std::string& text() const { return text_; }

  private:
    void cell(std::string_view text, bool is_first);

    std::string text_;
};

/// A cell that a spreadsheet cannot take for a formula: an apostrophe goes before = + - @ tab CR (OWASP, CSV injection).
std::string guard(std::string_view cell);
/// Takes the apostrophe off again: `unguard(guard(x)) == x` for every x.
std::string_view unguard(std::string_view cell);

}  // namespace hebra::csv
