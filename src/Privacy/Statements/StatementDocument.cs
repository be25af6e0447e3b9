using System.Globalization;
using Tupa.Kernel;

namespace Tupa.Privacy;

/// <summary>Words in the three languages.</summary>
public sealed record DocumentWords(string Fi, string Sv, string En)
{
    public static DocumentWords Of(Text text) => new(text.Fi, text.Sv, text.En);
}

/// <summary>What was counted.</summary>
/// <param name="Count">Null where it is not known.</param>
public sealed record DocumentCount(DocumentWords What, long? Count);

/// <summary>How it stands with a promise.</summary>
/// <param name="Kind">"automatic", "attested" or "unverified".</param>
/// <param name="Light">"green", "amber", "red" or "off".</param>
/// <param name="CheckedAt">When it was proven or confirmed last; UTC.</param>
/// <param name="Since">Since when it stands so; UTC.</param>
/// <param name="Until">The last day of a confirmation.</param>
public sealed record DocumentClaim(
    string Key, DocumentWords? Promise, string Kind, string Light, DocumentWords Owner, DateTime? CheckedAt, DateTime? Since, DateOnly? Until, IReadOnlyList<DocumentCount> Counts);

/// <summary>One sentence.</summary>
/// <param name="State">"in force", "withdrawn" or "withheld".</param>
/// <param name="Claims">The keys of the claims that it stands on.</param>
/// <param name="Why">Why it is withheld.</param>
public sealed record DocumentSentence(DocumentWords Text, string State, IReadOnlyList<string> Claims, DocumentWords? Why);

/// <summary>Sentences that follow each other, or a list.</summary>
public sealed record DocumentBlock(DocumentWords? Lead, bool IsList, IReadOnlyList<DocumentSentence> Sentences);

public sealed record DocumentSection(string Id, DocumentWords Heading, IReadOnlyList<DocumentBlock> Blocks);

/// <summary>A field of the register and what stands in it.</summary>
public sealed record DocumentField(DocumentWords Term, DocumentWords Words);

/// <summary>
/// The statement for machines: the same sentences in the same order as the page, each with how it stands, and every claim with its
/// evidence. Names nobody.
/// </summary>
/// <param name="At">The instant for which it is so; UTC.</param>
/// <param name="Held">How many people a legal hold keeps longer than the nine months.</param>
public sealed record StatementDocument(
    DocumentWords Name, DocumentWords Organisation, DateOnly DraftedOn, DateOnly UpdatedOn, DateTime At, int Held,
    IReadOnlyList<DocumentField> Register, IReadOnlyList<DocumentSection> Sections, IReadOnlyList<DocumentClaim> Claims, IReadOnlyList<DocumentWords> Rights)
{
    public static StatementDocument Of(Statement statement, StatementOptions city, ClaimsSeen claims, int held, DateTime at) => new(
        DocumentWords.Of(StatementText.Name), DocumentWords.Of(city.City.ToText()), city.DraftedOn, city.UpdatedOn, at, held,
        [.. statement.Register.Select(r => new DocumentField(DocumentWords.Of(r.Term), DocumentWords.Of(r.Words)))],
        [.. statement.Sections.Select(s => new DocumentSection(s.Id, DocumentWords.Of(s.Heading), [.. s.Blocks.Select(b => Of(b, claims))]))],
        [.. claims.All.Select(Of)],
        [.. RightsText.Rights.Select(DocumentWords.Of)]);

    private static DocumentBlock Of(StatementBlock block, ClaimsSeen claims) => new(
        block.Lead is { } lead ? DocumentWords.Of(lead) : null, block.IsList,
        [.. block.Sentences.Select(s => SentenceSeen.Of(s, claims)).Select(s => new DocumentSentence(
            DocumentWords.Of(s.Sentence.Words), Word(s.Said), s.Sentence.Proofs, s.Why is { } why ? DocumentWords.Of(why) : null))]);

    private static DocumentClaim Of(ClaimStanding claim) => new(
        claim.Key, claim.Promise is { } promise ? DocumentWords.Of(promise) : null, Word(claim.Kind), Word(claim.Light), DocumentWords.Of(ClaimText.Of(claim.Owner)),
        claim.At, claim.Since, claim.Until, [.. claim.Counts.Select(c => new DocumentCount(DocumentWords.Of(c.What), c.Count < 0 ? null : c.Count))]);

    private static string Word(Said said) => said switch
    {
        Said.InForce => "in force",
        Said.Withdrawn => "withdrawn",
        Said.Withheld => "withheld",
    };

    private static string Word<TEnum>(TEnum value) where TEnum : struct, Enum => value.ToString().ToLower(CultureInfo.InvariantCulture);
}
