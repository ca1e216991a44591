// A file sealed as a stream: written whole or not at all, read without trusting a byte of it. What a backup is kept in.
//
//     kind, one line of text · 16 bytes that name the key · 24 bytes of stream header · sealed pieces of 256 KiB
#pragma once
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>

#include "base/result.hpp"
#include "platform/crypto/key.hpp"
#include "platform/crypto/stream.hpp"

namespace hebra::sealed_file {

namespace words {
inline constexpr Word k_file_exists{"sealed_file_exists", "Ya hay un archivo con ese nombre y no se sobrescribe. Elija otro nombre.",
                                    "There is already a file of that name and it is not overwritten. Choose another name."};
inline constexpr Word k_file_missing{"sealed_file_missing", "No se encuentra el archivo, o no se puede leer. Revise la ruta.",
                                     "The file is missing or cannot be read. Check its path."};
inline constexpr Word k_file_other{"sealed_file_other", "El archivo no es un respaldo de Hebra. Revise que sea el que buscaba.",
                                   "The file is not a backup of Hebra. Check that it is the one you meant."};
inline constexpr Word k_file_other_key{
    "sealed_file_other_key",
    "El respaldo se hizo con otra llave maestra. Ponga en la carpeta de datos la copia de master.key que corresponde.",
    "The backup was made under another master key. Put the copy of master.key that belongs to it into the data folder."};
inline constexpr Word k_file_damaged{
    "sealed_file_damaged", "El archivo está dañado o incompleto: no se usó nada de él. Copie de nuevo el original, o use otro respaldo.",
    "The file is damaged or incomplete: nothing of it was used. Copy the original again, or use another backup."};
inline constexpr Word k_file_place{"sealed_file_place", "No se puede escribir en esa carpeta. Revise que exista y sus permisos.",
                                   "That folder cannot be written to. Check that it exists, and its permissions."};
}  // namespace words

inline constexpr std::size_t k_piece = 256 * 1024;

/// Writes beside its final name and takes that name only in `finish`, once everything is on the disk.
class Writer {
  public:
    /// @param kind what the file is, at most 40 characters: "hebra backup 1"
    /// @return the writer; or `sealed_file_exists`, `sealed_file_place`
    static Result<Writer> create(const std::filesystem::path& path, std::string_view kind, const crypto::Key& key);
    Writer(Writer&&) noexcept;
    ~Writer();

    /// Throws std::system_error when the disk refuses.
    void add(BytesView content);
    /// @return nothing; or `sealed_file_exists` when somebody made a file of that name meanwhile
    Result<> finish();

  private:
    Writer(std::filesystem::path path, std::string kind, int file, const crypto::Key& key);
    void seal_piece(bool is_last);
    void write(BytesView bytes);

    std::filesystem::path path_, part_;
    std::string kind_;
    int file_;
    crypto::StreamSealer sealer_;
    Bytes piece_;
};

class Reader {
  public:
    /// @return the reader; or `sealed_file_missing`, `sealed_file_other` (another kind of file), `sealed_file_other_key`,
    /// `sealed_file_damaged`
    static Result<Reader> open(const std::filesystem::path& path, std::string_view kind, const crypto::Key& key);

    /// Fills `out` as far as there is content; less than asked only at the end, 0 after it. What was read counts only once
    /// the end was reached. No: `sealed_file_damaged`.
    Result<std::size_t> read(std::span<std::uint8_t> out);

  private:
    Reader(std::ifstream file, std::string kind, crypto::StreamOpener opener);
    Result<> next_piece();

    std::ifstream file_;
    std::string kind_;
    crypto::StreamOpener opener_;
    crypto::Piece piece_{{}, false};
    std::size_t taken_ = 0;
};

}  // namespace hebra::sealed_file
