using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>A power over the house, held by an assignment.</summary>
public readonly record struct AuthorityId(Guid Value) : IId<AuthorityId>
{
    public static AuthorityId New() => new(Guid.CreateVersion7());

    public static AuthorityId From(Guid value) => new(value);

    public int CompareTo(AuthorityId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}

/// <summary>What one may do to the house beyond one's own work. Each needs a second factor.</summary>
[Stored]
public enum AuthorityKind
{
    RegisterAdministrator,
    SourceSteward,
    DataProtectionOfficer,
    SecurityOfficer,
    Operator,
}

/// <summary>A power, granted to an assignment by a second person, with an end.</summary>
internal sealed class Authority
{
    public required AuthorityId Id { get; init; }
    public required AssignmentId Assignment { get; init; }
    public required AuthorityKind Kind { get; init; }

    /// <summary>Which register or source; null for the kinds that have no scope.</summary>
    public string? Scope { get; init; }
    public required DateTime FromUtc { get; init; }
    public required DateTime UntilUtc { get; set; }

    /// <summary>The second person; null for the first operator, who is made on the machine.</summary>
    public PersonId? GrantedBy { get; init; }
}

internal sealed class AuthorityTable : IEntityTypeConfiguration<Authority>
{
    public void Configure(EntityTypeBuilder<Authority> authority)
    {
        authority.ToTable("register_authorities");
        authority.Property(a => a.Scope).HasMaxLength(40).Holding(Holds.Nobody);
    }
}
