namespace Tupa.Register;

/// <summary>What was proposed.</summary>
public enum ProposalKind
{
    /// <summary>A new colleague whose key may be somebody's already.</summary>
    Colleague,

    /// <summary>That an assignment go on.</summary>
    Extension,
}

/// <summary>A proposal that waits for somebody, to whoever made it or answers for whom it is about.</summary>
/// <param name="Id">Of the extension, or of the record that is nobody's yet.</param>
/// <param name="Href">The profile, where there is one to open.</param>
/// <param name="What">What is wanted.</param>
/// <param name="By">Who made it; null for oneself, and once erased.</param>
/// <param name="Decides">The source whose stewards decide.</param>
/// <param name="Answered">The first of the two who must answer has.</param>
public sealed record ProposalRow(
    ProposalKind Kind, Guid Id, string Name, string? Href, string What, DateTime Since, PersonName? By, Source Decides, bool Answered);

/// <summary>What waits, oldest first.</summary>
/// <param name="Steward">The one who asks is a steward too: more waits for them on the pages of the sources.</param>
public sealed record ProposalList(IReadOnlyList<ProposalRow> Rows, bool Steward);
