using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;

namespace Tupa.Access;

/// <summary>What a person must do before entering.</summary>
[Stored]
public enum Gate
{
    /// <summary>The notice of article 14: what is held about you and from where.</summary>
    Notice,

    /// <summary>Salassapitositoumus: staff, elected officials, partners.</summary>
    Pledge,
}

/// <summary>That a person passed a gate, in which version and when.</summary>
internal sealed class GateMark
{
    public required PersonId Person { get; init; }
    public required Gate Gate { get; init; }

    /// <summary>The version of the text that was shown; a newer text is a new gate.</summary>
    public required int Version { get; init; }
    public required DateTime PassedAt { get; init; }
}

internal sealed class GateMarkTable : IEntityTypeConfiguration<GateMark>
{
    public void Configure(EntityTypeBuilder<GateMark> mark)
    {
        mark.ToTable("access_gate_marks");
        mark.HasKey(m => new { m.Person, m.Gate, m.Version });
    }
}

/// <summary>The gates in their order, and where each is passed.</summary>
internal static class GateWay
{
    /// <summary>Raise it when the words of the notice change in substance: everyone reads it again.</summary>
    public const int NoticeVersion = 1;

    /// <inheritdoc cref="NoticeVersion"/>
    public const int PledgeVersion = 1;

    public const string FactorPage = "/me/security/factor";
    public const string NoticePage = "/welcome/notice";
    public const string PledgePage = "/welcome/pledge";

    /// <summary>The first gate not yet passed; null when the way is open.</summary>
    public static string? Next(bool factorMissing, bool notice, bool pledge) =>
        factorMissing ? FactorPage : !notice ? NoticePage : !pledge ? PledgePage : null;
}
