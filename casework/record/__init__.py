"""What we know: frozen facts and the folds that read them."""
