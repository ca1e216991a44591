#include "features/directory/import.hpp"

#include <map>
#include <set>

#include "base/fold.hpp"
#include "features/directory/cells.hpp"
#include "features/directory/columns.hpp"
#include "platform/csv/csv.hpp"

namespace hebra::embedded {
extern const std::string_view directory_csv;
}

namespace hebra::directory {
namespace {

constexpr std::size_t k_shown_bytes = 80;

std::string shortened(std::string_view value) {
    if (value.size() <= k_shown_bytes) return std::string(value);
    std::size_t end = k_shown_bytes;
    while (end > 0 && (static_cast<unsigned char>(value[end]) & 0xC0) == 0x80) --end;  // not within a letter
    return std::string(value.substr(0, end)) + "…";
}

bool is_blank(const csv::Row& row) {
    return std::all_of(row.cells.begin(), row.cells.end(), [](std::string_view cell) { return trimmed(cell).empty(); });
}

std::string_view content(std::string_view cell) {
    return csv::unguard(trimmed(cell));
}

/// Which cell of a row each of our columns stands in.
class Header {
  public:
    /// Faults go to `refused`.
    Header(const csv::Row& row, std::vector<RefusedRow>& refused)
        : cell_of_(columns().size()), titles_(row.cells.begin(), row.cells.end()) {
        for (std::size_t i = 0; i < row.cells.size(); ++i) place(content(row.cells[i]), i, row.line, refused);
        for (std::size_t column = 0; column < columns().size(); ++column) {
            const auto& each = columns()[column];
            if (each.is_required && !cell_of_[column])
                refused.push_back({row.line, std::string(each.name), "", words::k_column_missing});
        }
    }

    std::size_t cells() const { return titles_.size(); }
    /// What the title over a cell says; empty beyond the last.
    std::string title(std::size_t cell) const { return cell < titles_.size() ? shortened(content(titles_[cell])) : ""; }
    std::optional<std::size_t> cell_of(std::size_t column) const { return cell_of_[column]; }

  private:
    void place(std::string_view title, std::size_t cell, std::size_t line, std::vector<RefusedRow>& refused) {
        for (std::size_t column = 0; column < columns().size(); ++column) {
            if (columns()[column].name != title) continue;
            if (cell_of_[column]) refused.push_back({line, std::string(title), "", words::k_column_twice});
            cell_of_[column] = cell;
            return;
        }
        refused.push_back({line, shortened(title), "", words::k_column_unknown});
    }

    std::vector<std::optional<std::size_t>> cell_of_;
    std::vector<std::string> titles_;
};

/// Puts a row's cells into a service. False after noting why not.
bool read_row(const csv::Row& row, const Header& header, Service& service, std::vector<RefusedRow>& refused) {
    const auto before = refused.size();
    const auto refuse_cell = [&](std::string_view column, std::string_view value, const Word& word) {
        refused.push_back({row.line, std::string(column), shortened(value), word});
    };
    for (std::size_t i = 0; i < columns().size(); ++i) {
        const auto cell = header.cell_of(i);
        if (!cell) continue;
        const auto& column = columns()[i];
        const auto value = content(row.cells[*cell]);
        if (column.is_required && value.empty()) refuse_cell(column.name, "", words::k_cell_empty);
        else if (const auto word = column.read(service, value)) refuse_cell(column.name, value, *word);
    }
    if (refused.size() > before) return false;
    service.hours.place = place_of(service.coverage);
    for (auto& channel : service.channels) {
        if (channel.hours) channel.hours->place = service.hours.place;
    }
    if (const auto fault = fault_of(service)) refuse_cell(fault->column, "", fault->word);
    return refused.size() == before;
}

std::vector<FieldChange> difference(const Service& before, const Service& after) {
    std::vector<FieldChange> changes;
    for (const auto& column : columns()) {
        auto old_text = column.write(before);
        auto new_text = column.write(after);
        if (old_text != new_text) changes.push_back({std::string(column.name), std::move(old_text), std::move(new_text)});
    }
    return changes;
}

/// A row that was left out once and is in the file now. The table has no column for it: what is not offered is not in it.
const FieldChange k_offered_again{"is_active", "no", "yes"};

/// Reads one file; remembers which codes it has seen.
class Planner {
  public:
    explicit Planner(std::span<const Service> present) {
        for (const auto& service : present) present_.emplace(service.code, &service);
    }

    void take(const csv::Row& row, const Header& header, Plan& plan) {
        ++plan.rows;
        if (row.broken) return plan.refused.push_back({row.line, header.title(row.cells.size()), "", *row.broken});
        if (row.cells.size() != header.cells()) return plan.refused.push_back({row.line, "", "", words::k_row_cells});
        const auto code = content(row.cells[*header.cell_of(0)]);
        const auto known = present_.find(code);
        if (!code.empty() && !seen_.insert(std::string(code)).second)
            return plan.refused.push_back({row.line, "code", shortened(code), words::k_code_twice});
        Service service = known == present_.end() ? Service() : *known->second;
        if (!read_row(row, header, service, plan.refused)) return;
        service.is_active = true;
        if (known == present_.end()) return plan.added.push_back(std::move(service));
        auto fields = difference(*known->second, service);
        if (!known->second->is_active) fields.insert(fields.begin(), k_offered_again);
        if (fields.empty()) ++plan.unchanged;
        else plan.changed.push_back({row.line, std::move(service), std::move(fields)});
    }

    std::vector<std::string> gone() const {
        std::vector<std::string> codes;
        for (const auto& [code, service] : present_) {
            if (service->is_active && !seen_.contains(code)) codes.emplace_back(code);
        }
        return codes;
    }

  private:
    std::map<std::string_view, const Service*> present_;
    std::set<std::string, std::less<>> seen_;
};

}  // namespace

std::size_t Plan::refused_rows() const {
    std::set<std::size_t> lines;
    for (const auto& fault : refused) lines.insert(fault.line);
    return lines.size();
}

Result<Plan> plan_import(std::string_view file, std::span<const Service> present) {
    HEBRA_TRY(auto reader, csv::Reader::open(file));
    Plan plan{.encoding = std::string(csv::name_of(reader.encoding())), .separator = reader.separator()};
    csv::Row row;
    while (reader.next(row) && !row.broken && is_blank(row)) {
    }
    if (row.broken) {
        plan.refused.push_back({row.line, "", "", *row.broken});
        return plan;
    }
    const Header header(row, plan.refused);
    if (!plan.refused.empty()) return plan;
    Planner planner(present);
    while (reader.next(row)) {
        if (row.broken || !is_blank(row)) planner.take(row, header, plan);
    }
    plan.gone = planner.gone();
    return plan;
}

std::string export_csv(std::span<const Service> services) {
    csv::Writer writer;
    std::vector<std::string> cells;
    for (const auto& column : columns()) cells.emplace_back(column.name);
    writer.row(cells);
    for (const auto& service : services) {
        if (!service.is_active) continue;
        cells.clear();
        for (const auto& column : columns()) cells.push_back(column.write(service));
        writer.row(cells);
    }
    return writer.text();
}

std::string_view shipped_csv() {
    return embedded::directory_csv;
}

}  // namespace hebra::directory
