using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Server;

/// <summary>The report of a batch as the terminal shows it: numbers and places, and nobody's name.</summary>
internal static class ImportReport
{
    public static IEnumerable<string> Lines(BatchPageRow report)
    {
        yield return $"{FeedText.Of(report.Batch.State)} · {SourceText.Of(report.Batch.Source)} {report.Batch.Feed}".TrimEnd();
        if (report.Batch.Brake != BrakeCause.None) yield return FeedText.Brake(report.Batch.Brake, report.Live, report.Ending);
        foreach (var (what, count) in report.Counts.Where(c => !c.Key.StartsWith(Counted.Field, StringComparison.Ordinal)))
            yield return $"{Say.Number(count),10}  {FeedText.OfCount(what, count)}";
        foreach (var (what, count) in report.Counts.Where(c => c.Key.StartsWith(Counted.Field, StringComparison.Ordinal)))
            yield return $"{Say.Number(count),14}  {FeedText.OfCount(what, count)}";
        foreach (var notes in report.Notes.GroupBy(n => n.Kind))
        {
            yield return $"{FeedText.Of(notes.Key)}:";
            foreach (var note in notes)
            {
                var place = FeedText.Place(note.File, note.Line, note.Column);
                yield return place.Length == 0 ? $"  {note.Reason}" : $"  {place}: {note.Reason}";
            }
        }

        if (report.Batch.State == BatchState.Waiting) yield return ImportText.Waits(report.Batch.Id);
    }

    /// <summary>The plan of a school year, school by school.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<SchoolTally> schools)
    {
        foreach (var school in schools)
        {
            yield return school.School is null ? "–" : new Text(Fi: school.NameFi, Sv: school.NameSv, En: school.NameFi).ToString();
            foreach (var (change, count) in school.Groups) yield return $"{Say.Number(count),10}  {YearText.Of(change)}";
            foreach (var (move, count) in school.Moves) yield return $"{Say.Number(count),10}  {YearText.Of(move)}";
        }
    }
}

/// <summary>What the command itself says.</summary>
internal static class ImportText
{
    public static Text NoFile(string name) => new(Fi: $"Tiedostoa {name} ei ole.", Sv: $"Filen {name} finns inte.", En: $"There is no file {name}.");

    /// <summary>A plan of up to five thousand changes is one writing; a larger one goes in pieces, beside which the house writes.</summary>
    public static Text Held(TimeSpan longest) => new(
        Fi: $"Muut kirjoittajat odottivat kerrallaan enintään {longest.TotalMilliseconds:0} ms.",
        Sv: $"Andra som skrev väntade högst {longest.TotalMilliseconds:0} ms åt gången.",
        En: $"Others who wrote waited at most {longest.TotalMilliseconds:0} ms at a time.");

    public static Text Waits(YearChangeId change) => new(
        Fi: $"Mitään ei ole muuttunut. Suunnitelma odottaa hyväksyntää sivulla /register/years/{change}.",
        Sv: $"Inget har ändrats. Planen väntar på godkännande på sidan /register/years/{change}.",
        En: $"Nothing has changed. The plan waits for approval at /register/years/{change}.");

    public static Text Waits(BatchId batch) => new(
        Fi: $"Mitään ei ole muuttunut. Päätös tehdään sivulla /register/batches/{batch}.",
        Sv: $"Inget har ändrats. Beslutet fattas på sidan /register/batches/{batch}.",
        En: $"Nothing has changed. It is decided at /register/batches/{batch}.");
}
