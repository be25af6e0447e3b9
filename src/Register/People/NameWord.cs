using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>A folded word of a person's name, user ID or duty, to find the person by the beginning of it.</summary>
internal sealed class NameWord
{
    public required string Word { get; init; }
    public required PersonId Person { get; init; }
}

internal sealed class NameWordTable : IEntityTypeConfiguration<NameWord>
{
    public void Configure(EntityTypeBuilder<NameWord> word)
    {
        word.ToTable("register_name_words");
        word.HasKey(w => new { w.Word, w.Person });
        word.Property(x => x.Person).WhenJoined(JoinRule.Ends);
        word.Property(w => w.Word).HasMaxLength(80).Holding(Holds.Person);

        // Has this person a word that begins so? Also what is rewritten when the name or the duties change.
        word.HasIndex(w => new { w.Person, w.Word });
    }
}
