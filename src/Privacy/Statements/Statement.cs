using Tupa.Kernel;

namespace Tupa.Privacy;

/// <summary>One sentence of the statement.</summary>
/// <param name="Withheld">Why this installation does not say it, whatever is checked; null otherwise. A sentence whose room is not built is withheld, and nothing stands in for it.</param>
public sealed record Sentence(Text Words, Text? Withheld = null)
{
    /// <summary>The keys of the claims that prove it, all of them; empty where it promises nothing.</summary>
    public IReadOnlyList<string> Proofs { get; init; } = [];

    /// <summary>The same sentence, said as long as these are not false.</summary>
    public Sentence By(params IReadOnlyList<string> proofs) => this with { Proofs = proofs };
}

/// <summary>How a sentence stands at one moment.</summary>
public enum Said
{
    /// <summary>It is said.</summary>
    InForce,

    /// <summary>It is not true now: it is not said, and somebody is at it.</summary>
    Withdrawn,

    /// <summary>Nothing here could make it true.</summary>
    Withheld,
}

/// <summary>A sentence as it stands.</summary>
/// <param name="Claim">What speaks for it, or against it; null where nothing has to.</param>
/// <param name="Why">Why it is withheld.</param>
public sealed record SentenceSeen(Sentence Sentence, Said Said, ClaimStanding? Claim, Text? Why)
{
    public static SentenceSeen Of(Sentence sentence, ClaimsSeen claims)
    {
        if (sentence.Withheld is { } why) return new(sentence, Said.Withheld, null, why);

        var claim = claims.Of(sentence.Proofs);
        return claim?.Light switch
        {
            ClaimLight.Red => new(sentence, Said.Withdrawn, claim, null),
            ClaimLight.Off => new(sentence, Said.Withheld, claim, claim.Kind == ClaimKind.Unverified ? StatementText.NotConfirmed : StatementText.NotUsed),
            _ => new(sentence, Said.InForce, claim, null),
        };
    }
}

/// <summary>A heading of the statement and what stands under it, in the statement's own order.</summary>
/// <param name="Id">The anchor on the page.</param>
public sealed record StatementSection(string Id, Text Heading, IReadOnlyList<StatementBlock> Blocks);

/// <summary>What stands under a heading: sentences that follow each other, or a list.</summary>
/// <param name="Lead">What the list is of; null for running text.</param>
public sealed record StatementBlock(IReadOnlyList<Sentence> Sentences, Text? Lead = null, bool IsList = false);

/// <summary>
/// The privacy statement of the house (EU 2016/679, articles 13 and 14): the city's own sentences in the city's own order, those that
/// this installation can say, and the list of those it withholds.
/// </summary>
public sealed class Statement(StatementOptions options)
{
    /// <summary>Who is responsible and whom to ask: term and words.</summary>
    public IReadOnlyList<(Text Term, Text Words)> Register { get; } =
    [
        (StatementText.Division, options.Division.ToText()),
        (StatementText.ServiceArea, options.ServiceArea.ToText()),
        (StatementText.Controller, options.Controller.ToText()),
        (StatementText.ControllerContact, options.ControllerContact.ToText()),
        (StatementText.Representative, options.Representative.ToText()),
        (StatementText.ContactPerson, options.ContactPerson.ToText()),
        (StatementText.ContactPersonContact, options.ContactPersonContact.ToText()),
        (StatementText.Officer, options.Officer.ToText()),
        (StatementText.OfficerContact, options.OfficerContact.ToText()),
        (StatementText.Form, StatementText.Electronic),
        (StatementText.Basis, options.LegalBasis.ToText()),
    ];

    /// <summary>The sections after the register's own fields.</summary>
    public IReadOnlyList<StatementSection> Sections { get; } =
    [
        StatementContents.Purpose(options),
        StatementContents.Contents(),
        StatementContents.Sources(options),
        StatementContents.Disclosure(),
        StatementProtections.Technical(options),
        StatementProtections.Organisational(),
        StatementProtections.Retention(),
    ];

    /// <summary>The sentence that a claim is there for; null where it stands by itself.</summary>
    public Sentence? SentenceOf(string claim) => Sections.SelectMany(s => s.Blocks).SelectMany(b => b.Sentences).FirstOrDefault(s => s.Proofs.Contains(claim));

    /// <summary>Every sentence as it stands, in the statement's order.</summary>
    public IReadOnlyList<SentenceSeen> Seen(ClaimsSeen claims) =>
        [.. Sections.SelectMany(s => s.Blocks).SelectMany(b => b.Sentences).Select(s => SentenceSeen.Of(s, claims))];
}
