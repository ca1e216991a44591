// The documents of people who have no RUN, or not yet.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include <boost/describe.hpp>

#include "base/result.hpp"

namespace hebra::chile {

/// provisional_run: the number Fonasa gives to attend somebody without a RUN (NIP). ipe: Identificador Provisorio Escolar,
/// of the Ministry of Education. other: an identity document of another country, or a consulate's.
enum class DocumentKind { provisional_run, ipe, passport, other };
BOOST_DESCRIBE_ENUM(DocumentKind, provisional_run, ipe, passport, other)

namespace words {
inline constexpr Word k_document_form{
    "document_form", "El documento se escribe tipo, país (si lo tiene) y número, por ejemplo passport:VEN:A1234567.",
    "A document is written as kind, country (if any) and number, for example passport:VEN:A1234567."};
inline constexpr Word k_document_kind{
    "document_kind", "Ese tipo de documento no existe. Puede ser provisional_run, ipe, passport u other.",
    "There is no such kind of document. It may be provisional_run, ipe, passport or other."};
inline constexpr Word k_document_country{
    "document_country", "El país se escribe con sus tres letras ISO 3166, por ejemplo VEN. Si no se sabe, se deja vacío.",
    "The country takes its three ISO 3166 letters, for example VEN. If unknown, leave it empty."};
inline constexpr Word k_document_chilean{
    "document_chilean", "El IPE y el número provisorio los da Chile: no llevan país.",
    "The IPE and the provisional number are given by Chile: they take no country."};
inline constexpr Word k_document_number{
    "document_number", "El número del documento lleva entre 3 y 20 letras o números. Cópielo como aparece en el documento.",
    "A document's number has 3 to 20 letters or digits. Copy it as the document shows it."};
inline constexpr Word k_doubt_document{
    "doubt_document", "El dígito verificador no calza. Puede ser un error al escribirlo: compárelo con el documento.",
    "The check digit does not agree. It may be a typing slip: compare it with the document."};
}  // namespace words

/// A document that identifies a person to one institution. Its number is normalised (capitals; no spaces, dots, hyphens
/// or slashes), never judged: what does not look right is only doubtful.
class ForeignDocument {
  public:
    static constexpr std::size_t k_max_bytes = 100;
    static constexpr std::string_view k_pattern = "^(provisional_run|ipe|passport|other):([A-Za-z]{3}:)?[^:]+$";
    static constexpr std::string_view k_description =
        "Documento de quien no tiene RUN: tipo (provisional_run, ipe, passport, other), país ISO 3166 alfa-3 si se sabe, "
        "y número, separados por dos puntos.";
    static constexpr std::string_view k_example = "passport:VEN:A1234567";

    /// No document: only a place for one.
    ForeignDocument() = default;

    /// Reads "kind:number" or "kind:COUNTRY:number", the form of `text()`.
    static Result<ForeignDocument> parse(std::string_view text);
    /// @param country ISO 3166 alpha-3 (also XXA, XXB, XXC of ICAO 9303: stateless and refugees), empty when unknown
    static Result<ForeignDocument> of(DocumentKind kind, std::string_view country, std::string_view number);

    DocumentKind kind() const { return kind_; }
    const std::string& country() const { return country_; }
    const std::string& number() const { return number_; }
    /// "passport:VEN:A1234567", or "passport:A1234567" without a country: how it is stored, compared and sent. A search
    /// that must find both looks for `number()`.
    std::string text() const;
    /// "•••••567": enough to recognise a number one knows.
    std::string masked() const;
    /// Why a person should look again; nullopt when nothing is odd. Only IPE and provisional numbers are checked: they
    /// carry the RUN's check digit.
    std::optional<Word> doubtful() const;

    friend bool operator==(const ForeignDocument&, const ForeignDocument&) = default;

  private:
    DocumentKind kind_ = DocumentKind::other;
    std::string country_;
    std::string number_;
};

}  // namespace hebra::chile
