/** Words to a table: `alpha α beta β` reads as alpha -> α, beta -> β. */
function table(pairs: string): ReadonlyMap<string, string> {
  const words = pairs.split(' ');
  const entries = new Map<string, string>();
  for (let at = 0; at + 1 < words.length; at += 2) entries.set(words[at] ?? '', words[at + 1] ?? '');
  return entries;
}

/** Combining marks by the accent command that asks for them. */
export const ACCENTS = new Map([
  ...table(
    '\' \u0301 ` \u0300 ^ \u0302 " \u0308 ~ \u0303 = \u0304 . \u0307 u \u0306 v \u030c H \u030b c \u0327 k \u0328 r \u030a d \u0323 b \u0331',
  ),
  ...table(
    'hat \u0302 widehat \u0302 tilde \u0303 widetilde \u0303 bar \u0304 dot \u0307 ddot \u0308 acute \u0301 grave \u0300 check \u030c breve \u0306 vec \u20d7 overline \u0304 underline \u0332',
  ),
]);

/** Letters and signs that TeX has by name. */
export const LETTER_COMMANDS = table(
  "ss ß o ø O Ø l ł L Ł ae æ AE Æ oe œ OE Œ aa å AA Å i i j j dh ð DH Ð th þ TH Þ dj đ DJ Đ ng ŋ NG Ŋ S § P ¶ copyright © pounds £ euro € textregistered ® texttrademark ™ textdegree ° textmu µ textendash – textemdash — textquoteright ’ textquoteleft ‘ textasciitilde ~ textasciicircum ^ textasciigrave ` textless < textgreater > textbraceleft { textbraceright } textdollar $ textquotesingle ' textquotedblleft “ textquotedblright ” textbackslash \\ textunderscore _ textbar | LaTeX LaTeX TeX TeX ldots … dots … cdots ⋯ textellipsis …",
);

export const SYMBOLS = table(
  'alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ varkappa ϰ lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω ' +
    'times × cdot · pm ± mp ∓ div ÷ ast ∗ star ⋆ circ ∘ bullet • oplus ⊕ otimes ⊗ odot ⊙ wedge ∧ vee ∨ cap ∩ cup ∪ setminus ∖ infty ∞ partial ∂ nabla ∇ hbar ℏ ell ℓ Re ℜ Im ℑ aleph ℵ forall ∀ exists ∃ emptyset ∅ varnothing ∅ neg ¬ lnot ¬ angle ∠ triangle △ square □ Box □ sum ∑ prod ∏ int ∫ oint ∮ sqrt √ prime ′ dagger † ddagger ‡ langle ⟨ rangle ⟩ lceil ⌈ rceil ⌉ lfloor ⌊ rfloor ⌋ lVert ‖ rVert ‖ Vert ‖ lvert | rvert | mid | vert | perp ⊥ parallel ∥ degree ° sharp ♯ flat ♭ natural ♮ odots ⊙ sun ☉ earth ⊕ rtimes ⋊ ltimes ⋉ sqcup ⊔ bigoplus ⊕ bigotimes ⊗ bigcup ⋃ bigcap ⋂ diamond ⋄ lbrace { rbrace } colon :',
);

/** Set with a space on either side. */
export const RELATIONS = table(
  'leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ approx ≈ sim ∼ simeq ≃ cong ≅ equiv ≡ propto ∝ ll ≪ gg ≫ in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇ lesssim ≲ gtrsim ≳ leqslant ⩽ geqslant ⩾ prec ≺ succ ≻ vdash ⊢ models ⊨ to → rightarrow → longrightarrow → leftarrow ← leftrightarrow ↔ longleftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ iff ⇔ implies ⇒ mapsto ↦ hookrightarrow ↪ uparrow ↑ downarrow ↓ lt < gt >',
);

/** Commands whose name is what they print. */
export const OPERATORS = new Set(
  'log ln exp sin cos tan cot sec csc sinh cosh tanh arcsin arccos arctan max min sup inf lim limsup liminf arg argmax argmin det dim ker deg gcd Pr hom mod bmod'.split(
    ' ',
  ),
);

/** Commands that print nothing, their argument included. */
export const SILENT = new Set('cite citep citet ref eqref label footnotemark vspace hspace color'.split(' '));

const DOUBLE_STRUCK = table('C ℂ H ℍ N ℕ P ℙ Q ℚ R ℝ Z ℤ');

/** `\mathbb{R}`: the letters everyone knows in their own shape, the others as they are. */
export function doubleStruck(text: string): string {
  return DOUBLE_STRUCK.get(text) ?? text;
}

const RAISED = table(
  '0 ⁰ 1 ¹ 2 ² 3 ³ 4 ⁴ 5 ⁵ 6 ⁶ 7 ⁷ 8 ⁸ 9 ⁹ + ⁺ - ⁻ = ⁼ ( ⁽ ) ⁾ n ⁿ i ⁱ a ᵃ b ᵇ c ᶜ d ᵈ e ᵉ f ᶠ g ᵍ h ʰ j ʲ k ᵏ l ˡ m ᵐ o ᵒ p ᵖ r ʳ s ˢ t ᵗ u ᵘ v ᵛ w ʷ x ˣ y ʸ z ᶻ T ᵀ ∘ ° ′ ′ ∗ * * * † †',
);
const LOWERED = table(
  '0 ₀ 1 ₁ 2 ₂ 3 ₃ 4 ₄ 5 ₅ 6 ₆ 7 ₇ 8 ₈ 9 ₉ + ₊ - ₋ = ₌ ( ₍ ) ₎ a ₐ e ₑ h ₕ i ᵢ j ⱼ k ₖ l ₗ m ₘ n ₙ o ₒ p ₚ r ᵣ s ₛ t ₜ u ᵤ v ᵥ x ₓ',
);

/** Superscript or subscript as Unicode where every character has one, else `^(..)` and `_(..)`. */
export function script(mark: '^' | '_', text: string): string {
  const shapes = mark === '^' ? RAISED : LOWERED;
  let out = '';
  for (const char of text) {
    const shape = shapes.get(char);
    if (shape === undefined) return [...text].length === 1 ? mark + text : `${mark}(${text})`;
    out += shape;
  }
  return out;
}
