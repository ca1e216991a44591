// The master key's file: the one secret outside the database and its backups (mechanisms.md §6).
#pragma once
#include <filesystem>

#include "base/result.hpp"
#include "platform/crypto/key.hpp"

namespace hebra::crypto {

namespace words {
inline constexpr Word k_master_missing{
    "master_missing",
    "No se encuentra o no se puede leer el archivo de la llave maestra. Revise la ruta, y que pertenezca al usuario que "
    "ejecuta Hebra.",
    "The master key's file is missing or cannot be read. Check its path, and that it belongs to the user who runs Hebra."};
inline constexpr Word k_master_exposed{
    "master_exposed",
    "Otros usuarios de este equipo pueden leer o cambiar el archivo de la llave maestra. Ejecute chmod 600 sobre él y, si "
    "alguien pudo leerlo, cambie la llave.",
    "Other users of this machine can read or change the master key's file. Run chmod 600 on it and, if somebody may have "
    "read it, rotate the key."};
inline constexpr Word k_master_malformed{
    "master_malformed",
    "El archivo de la llave maestra no tiene exactamente 32 bytes en hexadecimal (64 caracteres) o base64url (43). "
    "Restáurelo desde su copia.",
    "The master key's file does not hold exactly 32 bytes in hexadecimal (64 characters) or base64url (43). Restore it "
    "from its copy."};
inline constexpr Word k_master_exists{
    "master_exists",
    "Ya hay un archivo en esa ruta y no se sobrescribe: con otra llave los datos guardados quedarían ilegibles.",
    "There is already a file at that path and it is not overwritten: under another key the stored data would be "
    "unreadable."};
}  // namespace words

/// Reads the key: 64 hexadecimal or 43 base64url characters, with or without a newline.
/// @return the key; or `unavailable` with `master_missing`, `master_exposed` (any permission for group or others, or
/// somebody else's file) or `master_malformed`
Result<Key> load_master(const std::filesystem::path& path);

/// Makes a new key and its file (0600), on disk when this returns. Never overwrites.
/// @return the key; or `conflict` with `master_exists`; throws std::system_error when the disk refuses
Result<Key> create_master(const std::filesystem::path& path);

}  // namespace hebra::crypto
