using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>The rows of a list that leaves the register: the name, and of the cards in sight what was asked for.</summary>
internal sealed class DisclosedRows(TupaDb db, RegisteredMatches matches, TimeProvider clock)
{
    /// <summary>In the order of the Finnish alphabet; at most so many. One statement.</summary>
    public async Task<List<IReadOnlyList<string?>>> ReadAsync(
        RegisteredFilter filter, Registers registers, IReadOnlyList<string> columns, int most, Actor by, CancellationToken stop)
    {
        var now = clock.UtcNow();
        var some = matches.Of(filter, registers, by).OrderBy(p => p.SortKey).ThenBy(p => p.Id).Take(most);
        var rows = await (
            from p in some
            from a in db.Set<CardA>().Where(c => c.Person == p.Id).DefaultIfEmpty()
            from b in db.Set<CardB>().Where(c => c.Person == p.Id).DefaultIfEmpty()
            from s in db.Set<Unit>().Where(u => u.Id == b!.School).DefaultIfEmpty()
            orderby p.SortKey, p.Id
            select new { p.Shielded, A = a, B = b, SchoolFi = s!.NameFi, SchoolSv = s!.NameSv }).AsNoTracking().ToListAsync(stop);
        return rows.ConvertAll(r =>
        {
            // What has gone out of sight is not taken out either; of the shielded nothing but the name.
            var a = registers.A && !r.Shielded && InSight(r.A?.HiddenAt, now) ? r.A : null;
            var b = registers.B && !r.Shielded && InSight(r.B?.HiddenAt, now) ? r.B : null;
            var school = b is null || r.SchoolFi is null ? null : PersonText.Named(r.SchoolFi, r.SchoolSv!).ToString();
            var name = RegisteredName.Of(registers, r.A?.GivenName, r.A?.FamilyName, r.B?.GivenName, r.B?.FamilyName);
            return (IReadOnlyList<string?>)[name, .. columns.Select(c => Value(c, a, b, school))];
        });
    }

    private static bool InSight(DateTime? hiddenAt, DateTime now) => hiddenAt is null || now < hiddenAt;

    private static string? Value(string column, CardA? a, CardB? b, string? school) => column switch
    {
        "school" => school,
        "institution_code" => b?.InstitutionCode,
        "role" => b is null ? null : SourceText.Of(b.Role).ToString(),
        _ => (a is null ? null : CardColumns.Value(a, column)) ?? (b is null ? null : CardColumns.Value(b, column)),
    };
}
